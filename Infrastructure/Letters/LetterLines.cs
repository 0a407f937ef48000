namespace CovidSchoolReporting.Infrastructure.Letters;

/// <summary>Breaks a text into lines.</summary>
internal static class LetterLines
{
    /// <summary>Words as they fit; one that alone is wider than the line is broken where it must be.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, Func<string, double> widthOf)
    {
        List<string> lines = [];
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && Fits($"{line} {word}"))
            {
                line = $"{line} {word}";
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }

            line = word;
            while (!Fits(line))
            {
                var length = line.Length - 1;
                while (!Fits(line[..length]))
                {
                    length--;
                }

                lines.Add(line[..length]);
                line = line[length..];
            }
        }

        lines.Add(line);
        return lines;

        bool Fits(string candidate) => candidate.Length < 2 || widthOf(candidate) <= width;
    }
}
