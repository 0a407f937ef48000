namespace CovidSchoolReporting.App.Components;

/// <summary>The drawings of <see cref="Icon"/>.</summary>
public enum IconName
{
    Error,
    Warning,
    Success,
    Info,
    Calendar,
    Lock,
    Arrow,
    Exit,
    User,
    School,
    Send,
    Add,
    Edit,
    Delete,
    View,
    ArrowLeft,
    Search,
}
