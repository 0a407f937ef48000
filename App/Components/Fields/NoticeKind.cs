namespace CovidSchoolReporting.App.Components.Fields;

public enum NoticeKind
{
    Success,
    Warning,
    Info,
    Error,
}
