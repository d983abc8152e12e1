using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A file that mentions Coolify, which builds images in its own way.</summary>
public static class CoolifyMark
{
    public static bool IsIn(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Text.Contains("coolify", StringComparison.OrdinalIgnoreCase);
    }
}
