namespace Seaworthy.Reading.Formats.GoTemplate.Running;

/// <summary>Variables of a template while it runs: the last one of a name counts.</summary>
internal sealed class GoVariables
{
    private readonly List<string> names = [];
    private readonly List<object?> values = [];

    public int Mark => names.Count;

    public void Push(string name, object? value)
    {
        names.Add(name);
        values.Add(value);
    }

    public void Pop(int mark)
    {
        names.RemoveRange(mark, names.Count - mark);
        values.RemoveRange(mark, values.Count - mark);
    }

    public void Set(string name, object? value)
    {
        if (names.LastIndexOf(name) is >= 0 and var at)
        {
            values[at] = value;
        }
    }

    /// <param name="fromTop">1 is the last one.</param>
    public void SetTop(int fromTop, object? value) => values[^fromTop] = value;

    public object? Find(string name) => names.LastIndexOf(name) is >= 0 and var at ? values[at] : null;
}
