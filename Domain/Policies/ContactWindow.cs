namespace CovidSchoolReporting.Domain.Policies;

/// <summary>
/// The days in which a person met the case closely enough to be listed: «da 2 giorni prima l'effettuazione del tampone o da
/// 2 giorni prima l'inizio dei sintomi (se nota l'informazione) e l'ultimo giorno di scuola» (manual, Definizioni utili).
/// How many days before is a term of the policy: <see cref="PolicyTerms.WindowDaysBefore"/>.
/// </summary>
/// <param name="From">First day, included.</param>
/// <param name="To">Last school day of the case, included.</param>
public sealed record ContactWindow(DateOnly From, DateOnly To)
{
    /// <summary>The case was already away when the window began: zero contacts is the right answer.</summary>
    public bool IsEmpty => To < From;

    public bool Contains(DateOnly day) => From <= day && day <= To;

    /// <summary>The window of a case, or null when neither onset nor swab is known yet.</summary>
    /// <param name="daysBefore">Day 0 is the day of the onset or of the swab: the window begins so many days before it by the calendar.</param>
    public static ContactWindow? Of(int daysBefore, DateOnly? symptomOnset, DateOnly? positiveSwab, DateOnly lastDayAttended) =>
        (symptomOnset ?? positiveSwab) is { } start
            ? new ContactWindow(start.AddDays(-daysBefore), lastDayAttended)
            : null;
}
