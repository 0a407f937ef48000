using Microsoft.AspNetCore.Components;

namespace CovidSchoolReporting.App.Components.Fields;

/// <summary>
/// A text with suggestions under it (the combobox of ARIA 1.2). The value is the text: what was typed stays as typed,
/// a suggestion only saves typing. The browser keeps the focus in the input; arrows, Enter and Escape work in the list.
/// </summary>
public partial class SuggestField
{
    private IReadOnlyList<string> _suggestions = [];
    private string _text = "";
    private string? _shown;

    /// <summary>What had been typed when something was chosen: the browser may still say it afterwards.</summary>
    private string? _fragment;
    private int _active = -1;
    private int _asked;
    private bool _searched;

    /// <summary>The suggestions for what was typed, best first, a dozen at most; called at each key, so it must be fast.</summary>
    [Parameter]
    public Func<string, IReadOnlyList<string>> Suggest { get; set; } = _ => [];

    /// <summary>The same from a place that takes a moment. An answer that comes after the next key, or after the field was left, is not shown.</summary>
    [Parameter]
    public Func<string, Task<IReadOnlyList<string>>>? Lookup { get; set; }

    /// <summary>
    /// Where a suggestion means more than its text: which one was chosen, by its place. The owner then writes the value itself.
    /// </summary>
    [Parameter]
    public EventCallback<int> OnChosen { get; set; }

    private bool IsOpen => _suggestions.Count > 0;

    private string ListId => $"{Id}-list";

    private string? ActiveId => _active >= 0 ? OptionId(_active) : null;

    private string Announcement => (_searched, _suggestions.Count) switch
    {
        (false, _) => "",
        (_, 0) => Text["SuggestionsNone"],
        (_, 1) => Text["SuggestionsOne"],
        (_, var count) => Text["SuggestionsMany", count],
    };

    protected override void OnParametersSet()
    {
        // Only another value from the owner replaces the text: a render for another reason must not undo what is being typed.
        if (_shown != Value)
        {
            _shown = Value;
            _text = Value ?? "";
        }
    }

    private string OptionId(int index) => $"{Id}-option-{index}";

    private Task TypeAsync(string? text)
    {
        _text = text ?? "";
        _fragment = null;
        return SearchAsync();
    }

    private async Task SearchAsync()
    {
        var asked = ++_asked;
        var found = ReadOnly ? [] : Lookup is null ? Suggest(_text) : await Lookup(_text);
        if (asked == _asked)
        {
            _suggestions = found;
            _active = -1;
            _searched = _text.Length > 0;
        }
    }

    private async Task MoveAsync(SuggestKeyEventArgs pressed)
    {
        switch (pressed.Key)
        {
            case "ArrowDown" when !IsOpen:
                await SearchAsync();
                _active = IsOpen ? 0 : -1;
                break;
            case "ArrowDown":
                _active = (_active + 1) % _suggestions.Count;
                break;
            case "ArrowUp" when IsOpen:
                _active = _active <= 0 ? _suggestions.Count - 1 : _active - 1;
                break;
            case "Enter" when IsOpen && _active < 0 && OnChosen.HasDelegate:
                Close(); // What was typed may be somebody else: only who was pointed at is taken.
                break;
            case "Enter" when IsOpen:
                await ChooseAsync(Math.Max(_active, 0));
                break;
            case "Escape":
                Close();
                break;
        }
    }

    private Task ChooseAsync(int index)
    {
        var choice = _suggestions[index];
        _fragment = _text;
        Close();
        if (OnChosen.HasDelegate)
        {
            _shown = null; // The owner's value is shown even when it is the one from before the typing.
            return OnChosen.InvokeAsync(index);
        }

        _text = choice;
        return SendIfChangedAsync();
    }

    /// <summary>The browser says what stands in the field, also when the keys before never arrived.</summary>
    private Task TakeAsync(ChangeEventArgs changed)
    {
        if ((string?)changed.Value == _fragment)
        {
            return Task.CompletedTask; // The field was left before the browser had heard what was chosen.
        }

        _text = (string?)changed.Value ?? "";
        return SendIfChangedAsync();
    }

    private async Task LeaveAsync()
    {
        Close();
        await SendIfChangedAsync();
        await OnLeft.InvokeAsync();
    }

    private async Task SendIfChangedAsync()
    {
        if (_text != (_shown ?? ""))
        {
            _shown = _text;
            await SendAsync(_text);
        }
    }

    private void Close()
    {
        _asked++;
        _suggestions = [];
        _active = -1;
        _searched = false;
    }
}
