using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using CovidSchoolReporting.Domain.Rules;

namespace CovidSchoolReporting.Tests.Domain.Cases;

/// <summary>Every rule is met by an example, and says so in both languages.</summary>
public sealed class RuleTextsTests
{
    public static TheoryData<string> Examples => [.. RuleExample.All.Select(example => example.Code)];

    private static IEnumerable<string> Codes => typeof(RuleCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(constant => (string)constant.GetRawConstantValue()!);

    [Fact]
    public void RuleCodes_Each_HasAnExample() =>
        Assert.Equal(Codes.Order(), RuleExample.All.Select(example => example.Code).Order());

    [Fact]
    public void RuleCodes_Each_IsItsOwnName() => Assert.Equal(
        typeof(RuleCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(constant => constant.Name), Codes);

    [Theory]
    [InlineData("")] // the neutral sentences are the Italian ones
    [InlineData("en")]
    public void RuleTexts_Sentences_AreThoseOfTheRulesAndNoOther(string language)
    {
        var sentences = new ResourceManager(typeof(RuleTexts))
            .GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false);

        Assert.NotNull(sentences);
        Assert.Equal(Codes.Order(), sentences.Cast<DictionaryEntry>().Select(entry => (string)entry.Key).Order());
        Assert.All(sentences.Cast<DictionaryEntry>(), entry => Assert.False(string.IsNullOrWhiteSpace((string?)entry.Value)));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Check_Example_IsFoundAndSaidInBothLanguages(string code)
    {
        var example = RuleExample.All.Single(e => e.Code == code);

        var italian = Assert.Single(Rulebook.In("it-IT", example.Find), f => f.Code == code && f.Weight == example.Weight);
        var english = Assert.Single(Rulebook.In("en-GB", example.Find), f => f.Code == code && f.Weight == example.Weight);

        Assert.Contains(example.Italian, italian.Message, StringComparison.Ordinal);
        Assert.Contains(example.English, english.Message, StringComparison.Ordinal);
        Assert.NotEqual(italian.Message, english.Message);
        Assert.DoesNotMatch(@"\{\d", italian.Message + english.Message);
    }

    [Fact]
    public void Say_UnknownRule_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RuleTexts.Say("NoSuchRule"));
}
