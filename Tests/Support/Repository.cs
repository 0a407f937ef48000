using System.Runtime.CompilerServices;

namespace CovidSchoolReporting.Tests.Support;

/// <summary>The source files of the repository, for tests that read them.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Source files of a project, without what the build makes; paths are absolute.</summary>
    public static IEnumerable<string> Files(string project, params string[] extensions) =>
        Directory.EnumerateFiles(Path.Combine(Root, project), "*", SearchOption.AllDirectories)
            .Where(path => extensions.Contains(Path.GetExtension(path), StringComparer.Ordinal))
            .Where(path => !Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        // A deterministic build rewrites the compiler's paths, so the folder of the test's own assembly is the fallback.
        foreach (var start in (string[])[Path.GetDirectoryName(thisFile) ?? "", AppContext.BaseDirectory])
        {
            for (var folder = Directory.Exists(start) ? new DirectoryInfo(start) : null; folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "CovidSchoolReporting.sln")))
                {
                    return folder.FullName;
                }
            }
        }

        throw new InvalidOperationException("The tests do not lie inside the repository, whose sources they read.");
    }
}
