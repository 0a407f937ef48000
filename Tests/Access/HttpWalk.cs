using System.Net;
using CovidSchoolReporting.Tests.Support;

namespace CovidSchoolReporting.Tests.Access;

/// <summary>Asks for the address of a row as each visitor's browser would, and as no browser would.</summary>
internal sealed class HttpWalk(AccessStage stage)
{
    /// <summary>Headers of the moment; those that hold the address or a key of the visitor's are compared by what they do, the verdict.</summary>
    private static readonly string[] _passing = ["Date", "Content-Length", "Transfer-Encoding", "Set-Cookie", "Location"];

    private static readonly HttpMethod[] _methods = [HttpMethod.Get, HttpMethod.Head, HttpMethod.Post];

    /// <summary>What is wrong with the row; nothing when every cell is true.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(AccessRow row)
    {
        var found = await Task.WhenAll(row.Cells.Select(cell => row.IsPost
            ? PostFaultsAsync(row.Address!, cell.Key, cell.Value)
            : CellFaultsAsync(row.Address!, cell.Key, cell.Value)));
        return [.. found.SelectMany(faults => faults)];
    }

    private async Task<List<string>> CellFaultsAsync(string template, Visitor visitor, Verdict expected)
    {
        List<string> faults = [];
        var nothing = expected == Verdict.Yes ? null : await LooksAsync(visitor, Subjects.Nothing.Fill(template));
        foreach (var address in stage.Subjects.Expand(template).Select(subject => subject.Fill(template)))
        {
            var page = await stage.ClientOf(visitor).OpenAsync(address);
            var text = page.Document.DocumentElement.OuterHtml;
            if (VerdictOf(page) is var verdict && verdict != expected)
            {
                faults.Add($"expected {expected}, got {verdict?.ToString() ?? $"{page.Status} «{page.Heading}»"} at {address}");
            }
            else if (verdict == Verdict.Yes && IsAboutTheCase(template) && !IsShown(address, text))
            {
                faults.Add($"the case is not shown at {address}");
            }

            if (AccessStage.ForeignNames(visitor, text) is { Count: > 0 } names)
            {
                faults.Add($"reads {string.Join(", ", names)} at {address}");
            }

            faults.AddRange(LookFaults(address, await LooksAsync(visitor, address), nothing));
        }

        return [.. faults.Select(fault => $"{visitor}: {fault}")];
    }

    /// <summary>HEAD says no more and no less than GET, a bare POST to a page does nothing, and what is not there looks like nothing.</summary>
    private static IEnumerable<string> LookFaults(string address, Look[] looks, Look[]? nothing)
    {
        var (get, head, post) = (looks[0], looks[1], looks[2]);
        if (head.Status != get.Status || head.Size > 0)
        {
            yield return $"HEAD {address} answers {head.Status}, GET {get.Status}";
        }

        if (Pages.IsPage(address) && post.Status is < 400 or >= 500)
        {
            yield return $"POST {address} answers {post.Status}";
        }

        foreach (var (method, look, other) in nothing is null ? [] : _methods.Zip(looks, nothing))
        {
            if (look.DifferenceFrom(other) is { } difference)
            {
                yield return $"{method} {address} can be told from nothing: {difference}";
            }
        }
    }

    private static bool IsAboutTheCase(string template) =>
        template.Contains("{own}", StringComparison.Ordinal) || template.Contains("{closed}", StringComparison.Ordinal)
        || template.Contains("{report}", StringComparison.Ordinal);

    /// <summary>A list of contacts names them and not the case; a workbook or a letter is packed and shows nothing here.</summary>
    private static bool IsShown(string address, string text) => Path.GetExtension(address) switch
    {
        ".csv" => AccessStage.NamesTheContact(text),
        ".xlsx" or ".pdf" => true,
        _ => AccessStage.NamesTheCase(text),
    };

    private static Verdict? VerdictOf(PortalPage page) => (page.Status, page.Heading) switch
    {
        (HttpStatusCode.OK, "Accesso al portale") => Verdict.SignIn,
        (HttpStatusCode.Unauthorized, _) => Verdict.SignIn,
        (HttpStatusCode.NotFound, "Pagina non trovata") => Verdict.NotThere,
        (HttpStatusCode.Forbidden, "Pagina non disponibile") => Verdict.Refused,
        (HttpStatusCode.OK, not "Pagina non trovata") => Verdict.Yes,
        (HttpStatusCode.Forbidden, _) when page.Address.AbsolutePath == "/errore/accesso" => Verdict.Yes,
        _ => null,
    };

    private async Task<List<string>> PostFaultsAsync(string address, Visitor visitor, Verdict expected)
    {
        using var client = await stage.EnterAsync(visitor);
        if (address == "/esci" && expected == Verdict.Yes)
        {
            var left = await client.SubmitAsync(await client.OpenAsync("/"), address);
            return left.Address.AbsolutePath == "/uscita" ? [] : [$"{visitor}: signing out ended at {left.Address}"];
        }

        using var answer = await client.Raw.PostAsync(address, null);
        Verdict? verdict = answer.StatusCode switch
        {
            HttpStatusCode.OK => Verdict.Yes,
            HttpStatusCode.Unauthorized => Verdict.SignIn,
            HttpStatusCode.BadRequest => Verdict.Refused,
            _ => null,
        };
        return verdict == expected ? [] : [$"{visitor}: expected {expected}, POST {address} answers {answer.StatusCode}"];
    }

    private async Task<Look[]> LooksAsync(Visitor visitor, string address)
    {
        var looks = new Look[_methods.Length];
        for (var i = 0; i < looks.Length; i++)
        {
            using var answer = await stage.ClientOf(visitor).Raw.SendAsync(new HttpRequestMessage(_methods[i], address));
            var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => !_passing.Contains(header.Key))
                .OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
            looks[i] = Look.Of((int)answer.StatusCode, string.Join('\n', headers), await answer.Content.ReadAsStringAsync(), address);
        }

        return looks;
    }
}
