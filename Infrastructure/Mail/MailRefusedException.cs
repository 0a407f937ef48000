namespace CovidSchoolReporting.Infrastructure.Mail;

/// <summary>The mail server refused a notice for good. The message holds no personal datum.</summary>
internal sealed class MailRefusedException(string message, Exception inner) : Exception(message, inner);
