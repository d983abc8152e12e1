using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Scripts;

/// <summary>Takes in the scripts of Windows for what they name.</summary>
internal sealed class WindowsScriptReader : Reader
{
    public override bool Accepts(string path) =>
        path.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".bat", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".cmd", StringComparison.OrdinalIgnoreCase);

    public override Artifact? Read(FileSyntax file) => new WindowsScript(file.File);
}
