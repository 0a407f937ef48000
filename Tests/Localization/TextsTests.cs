using System.Resources;
using System.Text.RegularExpressions;
using CovidSchoolReporting.App.Localization;
using CovidSchoolReporting.Domain.Access;
using MudBlazor;

namespace CovidSchoolReporting.Tests.Localization;

public sealed partial class TextsTests
{
    // MudBlazor brings its own English: only the Italian half of this one is ours.
    private const string MudBlazorsOwn = nameof(MudTexts);

    public static TheoryData<string> Resources =>
        [.. ResourceFile.All.Where(file => !file.IsEnglish).Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Resources))]
    public void Texts_InEveryLanguage_HaveTheSameKeysAndPlaceholdersAndNoneIsEmpty(string name)
    {
        var italian = ResourceFile.Italian(name);
        Assert.DoesNotContain(italian.Texts, text => string.IsNullOrWhiteSpace(text.Value));
        if (name == MudBlazorsOwn)
        {
            return;
        }

        var english = ResourceFile.English(name);
        Assert.NotNull(english);
        Assert.DoesNotContain(english.Texts, text => string.IsNullOrWhiteSpace(text.Value));
        Assert.Equal(italian.Texts.Keys.Order(StringComparer.Ordinal), english.Texts.Keys.Order(StringComparer.Ordinal));
        Assert.All(italian.Texts, text => Assert.Equal(Placeholders(text.Value), Placeholders(english.Texts[text.Key])));
    }

    [Fact]
    public void Keys_UsedInTheSources_AllExist()
    {
        var uses = LocalizerUse.FindAll().ToList();

        Assert.NotEmpty(uses);
        Assert.DoesNotContain(uses, IsMissing);
    }

    /// <summary>These are asked for everywhere by a name of their own: each use counts alone.</summary>
    [Fact]
    public void Keys_OfSharedTexts_AreAllUsed()
    {
        var used = LocalizerUse.FindAll().Where(use => use.Resource == nameof(SharedTexts)).Select(use => use.Key).ToHashSet();

        // Those of enumerations are put together from the value.
        Assert.DoesNotContain(
            ResourceFile.Italian(nameof(SharedTexts)).Texts.Keys, key => !key.Contains('_', StringComparison.Ordinal) && !used.Contains(key));
    }

    [Fact]
    public void Keys_OfEveryResource_AreAllUsed()
    {
        var sources = LocalizerUse.Sources();

        Assert.All(
            ResourceFile.All.Where(file => !file.IsEnglish && file.Name != MudBlazorsOwn),
            file => Assert.Empty(UnusedTexts.Find(file.Name, file.Texts.Keys, sources)));
    }

    [Fact]
    public void Keys_ThatNobodyUses_AreSeen()
    {
        var sources = new Dictionary<string, string>
        {
            ["Base.cs"] = "abstract class Base : LiveComponent { IStringLocalizer<SampleTexts> Text; void Say() => Text[$\"{what}Question\"]; }",
            ["Page.razor"] = "@inherits Base\n<p>@Text[\"Title\"] @Text[$\"Filter{state}\"]</p>",
            ["Other.razor"] = "@inject IStringLocalizer<OtherTexts> Text\n<p>@Text[\"Lead\"]</p>",
        };

        Assert.Equal(["Lead"], UnusedTexts.Find("SampleTexts", ["Title", "Lead", "FilterAll", "CloseQuestion"], sources));
    }

    [Fact]
    public void Keys_UsedWithoutAText_AreSeenToBeMissing()
    {
        const string Source = """
            @inject IStringLocalizer<SharedTexts> Text
            <p>@Text["Yes"] @Text["NoSuchKey"] @Text[$"Role_{role}"] @Text[$"Nothing_{role}"]</p>
            """;

        var missing = LocalizerUse.FindIn("Sample.razor", Source).Where(IsMissing).Select(use => use.Key);

        Assert.Equal(["NoSuchKey", "Nothing_"], missing);
    }

    [Fact]
    public void Enumerations_WithTexts_HaveOneForEachValue()
    {
        var enumerations = typeof(Role).Assembly.GetExportedTypes().Where(type => type.IsEnum).ToDictionary(type => type.Name);
        var keys = ResourceFile.All.SelectMany(file => file.Texts.Keys, (file, key) => (file.Path, Parts: key.Split('_', 2)))
            .Where(text => text.Parts.Length == 2 && enumerations.ContainsKey(text.Parts[0]))
            .GroupBy(text => (text.Path, Enumeration: text.Parts[0]), text => text.Parts[1])
            .ToList();

        Assert.NotEmpty(keys);
        Assert.All(keys, group => Assert.Equal(Enum.GetNames(enumerations[group.Key.Enumeration]).Order(), group.Order()));
    }

    [Fact]
    public void MudTexts_ComparedWithMudBlazor_HaveExactlyItsKeys()
    {
        var mudBlazor = typeof(MudLocalizer).Assembly;
        using var reader = new ResourceReader(mudBlazor.GetManifestResourceStream("MudBlazor.Resources.LanguageResource.resources")!);

        var keys = reader.Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key);

        Assert.Equal(keys.Order(StringComparer.Ordinal), ResourceFile.Italian(MudBlazorsOwn).Texts.Keys.Order(StringComparer.Ordinal));
    }

    private static bool IsMissing(LocalizerUse use)
    {
        var keys = ResourceFile.Italian(use.Resource).Texts.Keys;
        return use.IsBeginning ? !keys.Any(key => key.StartsWith(use.Key, StringComparison.Ordinal)) : !keys.Contains(use.Key);
    }

    private static IEnumerable<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();
}
