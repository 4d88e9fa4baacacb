"""The language of the window, switched while it is open."""

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from app import localization


class _QtWords(QTranslator):
    """Qt's own words: the menu of a text field, the buttons of the print dialog."""


def switch(language: str) -> None:
    """Speak `language` from now on; every open window sets its texts anew."""
    localization.use(language)
    teach_qt(language)
    for window in QApplication.topLevelWidgets():
        QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))


def teach_qt(language: str) -> None:
    """Give Qt its own words of `language`; it then tells the windows that are open."""
    application = QCoreApplication.instance()
    if application is None:
        return
    for old in application.findChildren(_QtWords):
        application.removeTranslator(old)
        old.deleteLater()
    words = _QtWords(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(f"qtbase_{language}", folder):
        application.installTranslator(words)
