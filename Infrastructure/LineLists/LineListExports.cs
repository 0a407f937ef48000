using System.Collections.Concurrent;
using System.Globalization;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Domain.Cases;
using CovidSchoolReporting.Domain.LineLists;
using CovidSchoolReporting.Domain.Places;
using CovidSchoolReporting.Domain.Time;
using CovidSchoolReporting.Infrastructure.Imports;

namespace CovidSchoolReporting.Infrastructure.LineLists;

/// <summary>
/// Makes line lists as files. A list is written line by line into a file of its own, readable by the portal alone, and kept for a few minutes for
/// whoever asked; it is in the audit before it can be had. Nobody but an operator gets any. <see cref="LineListCleaning"/> clears them away.
/// </summary>
public sealed class LineListExports(ILineListSource source, PlaceRegister places, PortalClock clock, TimeProvider time) : IDisposable
{
    /// <summary>How long a file waits to be fetched.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(15);

    /// <summary>Lines that a sheet holds below its header.</summary>
    public const int MostLinesOfASheet = 1_048_575;

    private const string FolderName = "portal-line-lists-";

    /// <summary>How many lines pass between two words on the progress.</summary>
    private const int Stride = 500;

    private readonly ConcurrentDictionary<Guid, LineListFile> _files = new();
    private readonly Lazy<DirectoryInfo> _folder = new(() => Directory.CreateTempSubdirectory(FolderName));

    /// <summary>Makes a list.</summary>
    /// <param name="screen">For the audit.</param>
    /// <param name="progress">Told lines written and lines in all.</param>
    /// <exception cref="OperationCanceledException">The list was given up; nothing is left of it.</exception>
    public async Task<LineListOutcome> MakeAsync(
        Actor actor, LineListRequest request, LineListFormat format, string screen, IProgress<LineListProgress> progress, CancellationToken cancellationToken)
    {
        RemoveOld();
        if (!actor.IsAgencyOperator)
        {
            return new LineListOutcome.NotFound();
        }

        if (request.Fault is { } fault)
        {
            return new LineListOutcome.Invalid(fault);
        }

        var total = await source.CountAsync(actor, request, cancellationToken);
        if (total == 0)
        {
            return new LineListOutcome.Empty();
        }

        if (format == LineListFormat.Xlsx && total > MostLinesOfASheet)
        {
            return new LineListOutcome.Invalid(LineListFault.TooManyForASheet);
        }

        var file = new LineListFile(Guid.NewGuid(), actor.UserId, request.Subject, format, clock.Today, Path.Combine(_folder.Value.FullName, $"{Guid.NewGuid():N}"), time.GetUtcNow() + KeptFor);
        try
        {
            // Walking through the database blocks: not on the thread of the screen.
            HashSet<int> listed = [];
            var lines = await Task.Run(() => Write(file, actor, request, total, listed, progress, cancellationToken), cancellationToken);
            await source.RecordAsync(actor, request, lines, listed, screen, cancellationToken);
            _files[file.Key] = file;
            return new LineListOutcome.Made(file.Key, lines, new FileInfo(file.Path).Length);
        }
        catch (StoreUnavailableException)
        {
            return new LineListOutcome.NothingSaved();
        }
        finally
        {
            if (!_files.ContainsKey(file.Key))
            {
                File.Delete(file.Path);
            }
        }
    }

    /// <summary>A list that this user has made; null when there is none, or not any more. The caller disposes the stream.</summary>
    public (LineListFile File, Stream Content)? Open(Actor actor, Guid key)
    {
        RemoveOld();
        return _files.TryGetValue(key, out var file) && actor.IsAgencyOperator && file.UserId == actor.UserId
            ? (file, new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete))
            : null;
    }

    public void Dispose()
    {
        if (_folder.IsValueCreated)
        {
            _folder.Value.Delete(recursive: true);
        }
    }

    private int Write(
        LineListFile file, Actor actor, LineListRequest request, int total, HashSet<int> listed, IProgress<LineListProgress> progress, CancellationToken cancellationToken)
    {
        var written = 0;
        using var stream = new FileStream(file.Path, FileMode.CreateNew, FileAccess.ReadWrite);
        if (file.Format == LineListFormat.Csv)
        {
            TableWriter.Csv(stream, Lines());
        }
        else
        {
            TableWriter.Xlsx(stream, request.Subject == LineListSubject.Cases ? "Casi" : "Contatti", Lines());
        }

        return written;

        IEnumerable<IReadOnlyList<string>> Lines()
        {
            var columns = request.Chosen;
            yield return [.. columns.Select(LineListColumns.Header)];
            foreach (var row in source.Rows(actor, request, cancellationToken))
            {
                listed.Add(row.CaseId);
                yield return [.. columns.Select(column => row.Text(column, places))];
                if (++written % Stride == 0)
                {
                    progress.Report(new LineListProgress(written, Math.Max(total, written)));
                }
            }
        }
    }

    /// <summary>Removes the files that waited long enough.</summary>
    internal void RemoveOld()
    {
        foreach (var old in _files.Values.Where(file => file.Until <= time.GetUtcNow()))
        {
            _files.TryRemove(old.Key, out _);
            File.Delete(old.Path);
        }
    }

    /// <summary>
    /// Removes the folders of portals that were killed. One that runs beside this one keeps no file for longer than <see cref="KeptFor"/> after
    /// it wrote to it last, so a folder with nothing but older ones belongs to nobody.
    /// </summary>
    internal void RemoveLeftBehind()
    {
        var before = (time.GetUtcNow() - (2 * KeptFor)).UtcDateTime;
        foreach (var folder in new DirectoryInfo(Path.GetTempPath()).EnumerateDirectories($"{FolderName}*"))
        {
            List<FileInfo> files = [.. folder.EnumerateFiles("*", new EnumerationOptions { IgnoreInaccessible = true })];
            if (files.Count > 0 && files.TrueForAll(file => file.LastWriteTimeUtc < before))
            {
                folder.Delete(recursive: true);
            }
        }
    }
}

public enum LineListFormat
{
    Csv,
    Xlsx,
}

/// <summary>How far a list has got.</summary>
public readonly record struct LineListProgress(int Lines, int Total);

/// <summary>A list that was made.</summary>
/// <param name="UserId">Who asked for it: nobody else gets it.</param>
/// <param name="Day">On which it was made, in Europe/Rome.</param>
public sealed record LineListFile(Guid Key, int UserId, LineListSubject Subject, LineListFormat Format, DateOnly Day, string Path, DateTimeOffset Until)
{
    /// <summary>«casi-2020-11-25.csv»: two lists of one folder are told apart.</summary>
    public string Name => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Subject == LineListSubject.Cases ? "casi" : "contatti")}-{Day:yyyy-MM-dd}.{(Format == LineListFormat.Csv ? "csv" : "xlsx")}");
}

/// <summary>What became of a list.</summary>
public abstract record LineListOutcome
{
    private LineListOutcome()
    {
    }

    /// <param name="Bytes">Size of the file.</param>
    public sealed record Made(Guid Key, int Lines, long Bytes) : LineListOutcome;

    /// <summary>Nobody matches the filter.</summary>
    public sealed record Empty : LineListOutcome;

    public sealed record Invalid(LineListFault Fault) : LineListOutcome;

    /// <summary>There are no lists for this user.</summary>
    public sealed record NotFound : LineListOutcome;

    /// <summary>The audit cannot be written now, so no list is given out.</summary>
    public sealed record NothingSaved : LineListOutcome;
}
