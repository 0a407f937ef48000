using System.Xml.Linq;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Localization;

/// <summary>One resource file of the screens.</summary>
/// <param name="Name">The marker class that it belongs to.</param>
/// <param name="Texts">Its texts by key.</param>
internal sealed record ResourceFile(string Name, string Path, IReadOnlyDictionary<string, string> Texts)
{
    private const string EnglishEnding = ".en.resx";

    public bool IsEnglish => Path.EndsWith(EnglishEnding, StringComparison.Ordinal);

    public static IReadOnlyList<ResourceFile> All { get; } = [.. Repository.Files("App", ".resx").Select(Read)];

    public static ResourceFile Italian(string name) => All.Single(file => file.Name == name && !file.IsEnglish);

    public static ResourceFile? English(string name) => All.SingleOrDefault(file => file.Name == name && file.IsEnglish);

    private static ResourceFile Read(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        return new ResourceFile(
            name[..name.IndexOf('.', StringComparison.Ordinal)],
            path,
            XDocument.Load(path).Root!.Elements("data")
                .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal));
    }
}
