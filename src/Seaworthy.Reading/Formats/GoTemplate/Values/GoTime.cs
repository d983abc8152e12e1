namespace Seaworthy.Reading.Formats.GoTemplate.Values;

/// <summary>A <c>time.Time</c>.</summary>
internal sealed class GoTime(DateTimeOffset time) : IGoObject
{
    public DateTimeOffset Time { get; } = time;

    public string Type => "time.Time";

    public string Text => GoTimeFormat.Format(Time, "2006-01-02 15:04:05 -0700 MST");

    public bool TryMember(string name, IReadOnlyList<object?> arguments, out object? value)
    {
        value = (name, arguments) switch
        {
            ("Format", [string layout]) => GoTimeFormat.Format(Time, layout),
            ("Unix", []) => Time.ToUnixTimeSeconds(),
            ("Year", []) => (nint)Time.Year,
            ("Month", []) => (nint)Time.Month,
            ("Day", []) => (nint)Time.Day,
            ("Hour", []) => (nint)Time.Hour,
            ("Minute", []) => (nint)Time.Minute,
            ("UTC", []) => new GoTime(Time.ToUniversalTime()),
            _ => null,
        };
        return value is not null;
    }
}
