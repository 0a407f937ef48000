using System.Globalization;

namespace CovidSchoolReporting.Infrastructure.Mail;

/// <summary>What waits for an operator: counts alone.</summary>
internal sealed record DigestCounts(int Reports, int Answers, int Supplements)
{
    public bool IsNothing => this is { Reports: 0, Answers: 0, Supplements: 0 };
}

/// <summary>
/// The words of the notices, in both languages one after the other because nobody knows which one the reader wants. They name no
/// person, no school and no case, and nothing of anybody's health: mail is read by others on its way.
/// </summary>
internal static class MailText
{
    public static string Subject(MailKind kind) => kind switch
    {
        MailKind.Digest => "Portale Scuola: cosa aspetta oggi / what waits today",
        MailKind.Invitation => "Portale Scuola: invito / invitation",
        _ => "Portale Scuola: c'è una comunicazione di ATS / a message from ATS",
    };

    /// <param name="portal">The portal's public address.</param>
    /// <param name="digest">For a digest only.</param>
    public static string Body(MailKind kind, Uri portal, DigestCounts? digest)
    {
        var (page, italian, english) = kind switch
        {
            MailKind.Digest => ("/ats/casi", "Per leggere", "To read it"),
            MailKind.Invitation => ("/", "Per entrare", "To enter"),
            _ => ("/casi", "Per leggere", "To read it"),
        };
        var link = new Uri(portal, page);
        return $"""
            Buongiorno,

            {Italian(kind, digest)}
            {italian}: {link}

            Messaggio automatico del portale: non rispondere a questo indirizzo.

            --

            Good morning,

            {English(kind, digest)}
            {english}: {link}

            Automatic message of the portal: do not reply to this address.

            """.ReplaceLineEndings("\r\n");
    }

    private static string Italian(MailKind kind, DigestCounts? digest) => kind switch
    {
        MailKind.QuestionWaits => "sul portale c'è una comunicazione di ATS che aspetta una risposta della scuola.",
        MailKind.Digest => Counted($"sul portale aspettano: segnalazioni da prendere in carico {digest?.Reports}, messaggi delle scuole da leggere {digest?.Answers}, integrazioni da esaminare {digest?.Supplements}."),
        MailKind.Invitation => "ATS Milano Città Metropolitana invita questo indirizzo al Portale Scuola, con cui le scuole e ATS si scrivono. Si accede con questo indirizzo e-mail.",
        _ => "sul portale c'è una comunicazione di ATS per la scuola.",
    };

    private static string English(MailKind kind, DigestCounts? digest) => kind switch
    {
        MailKind.QuestionWaits => "on the portal there is a message from ATS that waits for the school's answer.",
        MailKind.Digest => Counted($"on the portal there wait: reports to take in charge {digest?.Reports}, messages of schools to read {digest?.Answers}, additions to judge {digest?.Supplements}."),
        MailKind.Invitation => "ATS Milano Città Metropolitana invites this address to the Portale Scuola, by which schools and ATS write to each other. Sign in with this e-mail address.",
        _ => "on the portal there is a message from ATS for the school.",
    };

    private static string Counted(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
