using CovidSchoolReporting.Domain.Access;

namespace CovidSchoolReporting.Domain.Agency.Queue;

/// <summary>A filter and an order of «Casi ricevuti» that an operator gave a name to. Nobody else sees it.</summary>
public sealed class SavedView
{
    public const int NameMaxLength = 60;

    /// <summary>Longer than the words of every condition together.</summary>
    public const int WordsMaxLength = 800;

    /// <summary>So many fit in a menu that is still read.</summary>
    public const int MostOfOneUser = 20;

    private SavedView()
    {
    }

    public int Id { get; private set; }

    public int UserId { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>The words of the list's address, without the place in the list. They name no person.</summary>
    public string Words { get; private set; } = "";

    /// <summary>What the operator sees when they open «Casi ricevuti»; one at most.</summary>
    public bool IsDefault { get; private set; }

    public static SavedView Of(Actor owner, string name, string words) => new() { UserId = owner.UserId, Name = Named(name), Words = Checked(words) };

    /// <summary>Whether a name can be given: something, and not too long.</summary>
    public static bool IsName(string? name) => name?.Trim() is { Length: > 0 and <= NameMaxLength };

    public void Rename(string name) => Name = Named(name);

    public void Show(string words) => Words = Checked(words);

    public void Prefer(bool isDefault) => IsDefault = isDefault;

    private static string Named(string name) => IsName(name) ? name.Trim() : throw new ArgumentException("A view has a name.", nameof(name));

    private static string Checked(string words) =>
        words.Length <= WordsMaxLength ? words : throw new ArgumentException("More words than a list has conditions.", nameof(words));
}
