using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components;

/// <summary>A small drawing in the colour of the text. It never stands alone: the word is always beside it, so it is hidden from screen readers.</summary>
public partial class Icon
{
    [Parameter, EditorRequired]
    public IconName Name { get; set; }

    private string Drawing => Name switch
    {
        IconName.Error => "M8 3h8l5 5v8l-5 5H8l-5-5V8zM8.5 8.5l7 7M15.5 8.5l-7 7",
        IconName.Warning => "M12 3.5L22 20.5H2zM12 10v5M12 17.6v.4",
        IconName.Success => "M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18M7.8 12.4l3 3l5.6-6.2",
        IconName.Info => "M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18M12 11v6M12 7.2v.4",
        IconName.Calendar => "M4 6h16v14H4zM4 10.5h16M8.5 3.5V7M15.5 3.5V7M8 14h2M14 14h2M8 17h2",
        IconName.Lock => "M5.5 11h13v9.5h-13zM8 11V8a4 4 0 0 1 8 0v3M12 14.5v2.5",
        IconName.Arrow => "M4 12h15M13 6l6 6l-6 6",
        IconName.Exit => "M13 4H5v16h8M10 12h11M17 8l4 4l-4 4",
        IconName.User => "M12 4a4 4 0 1 1 0 8a4 4 0 1 1 0-8M4 20.5c1-4.2 4.2-6 8-6s7 1.8 8 6",
        IconName.School => "M3 20.500h18M5 20.500V11l7-5.500l7 5.500v9.500M12 5.500V2.500h3.500M10 20.500v-5h4v5",
        IconName.Send => "M3 11.500L21 3.500l-6 17l-3.5-7zM11.5 13.500l4-4",
        IconName.Add => "M12 5v14M5 12h14",
        IconName.Edit => "M4 20l1-4.500L16 4.500l3.5 3.500L8.5 19zM13.5 7l3.5 3.5",
        IconName.Delete => "M4.5 7h15M9.5 7V4h5v3M6.5 7l1 13.500h9l1-13.500M10.5 11v6M13.5 11v6",
        IconName.View => "M2.5 12c4.5-8 14.5-8 19 0c-4.5 8-14.5 8-19 0M12 9a3 3 0 1 1 0 6a3 3 0 1 1 0-6",
        IconName.ArrowLeft => "M20 12H5M11 6l-6 6l6 6",
        IconName.Search => "M10.5 4a6.500 6.500 0 1 1 0 13a6.500 6.500 0 1 1 0-13M15.500 15.500l5 5",
        _ => "",
    };
}
