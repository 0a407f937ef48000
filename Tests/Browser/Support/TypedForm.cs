using CovidSchoolReporting.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CovidSchoolReporting.Tests.Browser.Support;

/// <summary>A form that was filled in and left in the middle of a word, to be compared with what comes back.</summary>
public sealed class TypedForm
{
    public const string HalfTyped = "Quattrocch";

    private readonly Visitor _visitor;
    private readonly Dictionary<string, string> _typed;

    private TypedForm(Visitor visitor, Dictionary<string, string> typed)
    {
        _visitor = visitor;
        _typed = typed;
    }

    /// <summary>Fills in the form of a new case; the cursor stays in the surname, behind the last key.</summary>
    public static async Task<TypedForm> OfCaseAsync(Visitor visitor)
    {
        var draft = Drafts.Case(d => (d.Surname, d.ClassName, d.SecondPhone) = ("", "4", "347 7654321"));
        await visitor.FillCaseAsync(draft);
        await visitor.TypeAsync("Telefono 2", draft.SecondPhone);
        return await HalfTypeAsync(visitor);
    }

    public static async Task<TypedForm> OfContactAsync(Visitor visitor)
    {
        var draft = Drafts.Contact(d => (d.Surname, d.Section, d.Address) = ("", "C", "Via Verdi 3"));
        await visitor.FillContactAsync(draft);
        await visitor.TypeAsync("Indirizzo", draft.Address);
        return await HalfTypeAsync(visitor);
    }

    /// <summary>Types in the surname, key by key, and stops there.</summary>
    public static async Task<TypedForm> HalfTypeAsync(Visitor visitor)
    {
        visitor.Remember(HalfTyped);
        await visitor.Field("Cognome").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("ControlOrMeta+A");
        await visitor.Page.Keyboard.TypeAsync(HalfTyped);
        var typed = await ValuesAsync(visitor);
        Assert.Equal(HalfTyped, typed["Surname"]);
        return new TypedForm(visitor, typed);
    }

    /// <summary>Every field of the form holds what was typed in it.</summary>
    public Task IsBackAsync() => IsBackAsync(_visitor);

    /// <summary>Every field of the form on another screen holds what was typed here.</summary>
    public async Task IsBackAsync(Visitor visitor)
    {
        await visitor.StartedAsync();
        await Expect(visitor.Field("Cognome")).ToHaveValueAsync(HalfTyped);
        Assert.Equal(_typed, await ValuesAsync(visitor));
    }

    private static async Task<Dictionary<string, string>> ValuesAsync(Visitor visitor) =>
        await visitor.Page.EvaluateAsync<Dictionary<string, string>>(
            """
            () => Object.fromEntries([...document.querySelectorAll('main form :is(input, select, textarea)[id]')]
              .map(box => [box.id, box.type === 'checkbox' ? String(box.checked) : box.value]))
            """);
}
