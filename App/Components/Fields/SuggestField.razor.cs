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
    private int _active = -1;
    private bool _searched;

    /// <summary>The suggestions for what was typed, best first, a dozen at most; called at each key, so it must be fast.</summary>
    [Parameter, EditorRequired]
    public Func<string, IReadOnlyList<string>> Suggest { get; set; } = _ => [];

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

    private void Type(string? text)
    {
        _text = text ?? "";
        Search();
    }

    private void Search()
    {
        _suggestions = ReadOnly ? [] : Suggest(_text);
        _active = -1;
        _searched = _text.Length > 0;
    }

    private Task MoveAsync(SuggestKeyEventArgs pressed)
    {
        switch (pressed.Key)
        {
            case "ArrowDown" when !IsOpen:
                Search();
                _active = IsOpen ? 0 : -1;
                break;
            case "ArrowDown":
                _active = (_active + 1) % _suggestions.Count;
                break;
            case "ArrowUp" when IsOpen:
                _active = _active <= 0 ? _suggestions.Count - 1 : _active - 1;
                break;
            case "Enter" when IsOpen:
                return ChooseAsync(_suggestions[Math.Max(_active, 0)]);
            case "Escape":
                Close();
                break;
        }

        return Task.CompletedTask;
    }

    private Task ChooseAsync(string choice)
    {
        _text = choice;
        Close();
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
        _suggestions = [];
        _active = -1;
        _searched = false;
    }
}
