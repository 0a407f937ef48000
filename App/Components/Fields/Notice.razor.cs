using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components.Fields;

/// <summary>A message that stays in the page until what it says is over: a snackbar that vanishes must not be its only place.</summary>
public partial class Notice
{
    [Parameter, EditorRequired]
    public NoticeKind Kind { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private string KindClass => Kind switch
    {
        NoticeKind.Success => "notice-success",
        NoticeKind.Warning => "notice-warning",
        NoticeKind.Error => "notice-error",
        _ => "notice-info",
    };

    private IconName Drawing => Kind switch
    {
        NoticeKind.Success => IconName.Success,
        NoticeKind.Warning => IconName.Warning,
        NoticeKind.Error => IconName.Error,
        _ => IconName.Info,
    };
}
