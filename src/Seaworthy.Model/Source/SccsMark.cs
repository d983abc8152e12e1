namespace Seaworthy.Model.Source;

/// <summary>The mark of the Source Code Control System of Unix, <c>@(#)</c>: a file that has it was written decades ago.</summary>
public static class SccsMark
{
    public static bool IsIn(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Text.Contains("@(#)", StringComparison.Ordinal);
    }
}
