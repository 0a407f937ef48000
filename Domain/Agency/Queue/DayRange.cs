namespace CovidSchoolReporting.Domain.Agency.Queue;

/// <summary>Days in Europe/Rome, both ends included; an end that is not given is open.</summary>
public readonly record struct DayRange(DateOnly? From, DateOnly? To)
{
    public static readonly DayRange Any;

    public bool IsAny => From is null && To is null;

    /// <summary>No day lies in it: the answer is an empty list and a word to whoever asked, never a fault.</summary>
    public bool IsBackwards => From > To;

    public bool Contains(DateOnly day) => !(day < From) && !(day > To);
}
