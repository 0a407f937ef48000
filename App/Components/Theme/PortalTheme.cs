using MudBlazor;

namespace CovidSchoolReporting.App.Components.Theme;

/// <summary>
/// MudBlazor in the colours of Italian public services. The same values are custom properties in app.css, for what is plain HTML.
/// Each colour has a contrast of at least 4.5:1 with white, so it serves for text and for filled buttons alike.
/// </summary>
public static class PortalTheme
{
    private static readonly string[] Font = ["Titillium Web", "system-ui", "sans-serif"];

    public static MudTheme Instance { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0066CC",
            Secondary = "#435A70",
            Info = "#0066CC",
            Success = "#008055",
            Warning = "#995C00",
            Error = "#CC334D",
            TextPrimary = "#17324D",
            TextSecondary = "#435A70",
            Background = "#FFFFFF",
            Surface = "#FFFFFF",
            AppbarBackground = "#0066CC",
            LinesInputs = "#5D7083",
            ActionDefault = "#435A70",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "4px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Font, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
            H6 = new H6Typography { FontFamily = Font, FontSize = "1.25rem", FontWeight = "600", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Font, FontSize = "1rem", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Font, FontSize = "1rem", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Font, FontSize = "1rem", FontWeight = "600", LetterSpacing = "normal", TextTransform = "none" },
        },
    };
}
