using System.Reflection;

namespace CovidSchoolReporting.Domain.Letters;

/// <summary>A text that the portal brings, which the administrator may amend and bring back.</summary>
public sealed record StandardLetter(LetterKind Kind, string Language, string Title, string Body)
{
    private const string Folder = "Letters/";

    /// <summary>All of them: <c>Domain/Letters/Data/Kind.language.txt</c>, the first line of which is the title.</summary>
    public static IReadOnlyList<StandardLetter> All { get; } = [.. Load()];

    public static StandardLetter? Find(LetterKind kind, string language) =>
        All.FirstOrDefault(standard => standard.Kind == kind && standard.Language == language);

    private static IEnumerable<StandardLetter> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var (kind, language) = name[Folder.Length..].Split('.') is [var first, var second, ..] ? (first, second) : throw new InvalidDataException(name);
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var title = reader.ReadLine()!;
            yield return new StandardLetter(Enum.Parse<LetterKind>(kind), language, title, reader.ReadToEnd().ReplaceLineEndings("\n").Trim());
        }
    }
}
