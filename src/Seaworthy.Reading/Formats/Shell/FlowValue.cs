using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>What is known of a variable: its text, or the place it names when that is computed by an idiom.</summary>
internal sealed record FlowValue(string? Literal, ShellDirectory? Place)
{
    public static FlowValue Unknown { get; } = new(null, null);
}
