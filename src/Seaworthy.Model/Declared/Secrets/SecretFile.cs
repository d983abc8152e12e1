using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Secrets;

/// <summary>The values of one text file that look like secrets, whatever else the file says.</summary>
public sealed record SecretFile(SourceFile File) : Artifact(File)
{
    public IReadOnlyList<WrittenSecret> Secrets { get; init; } = [];

    /// <summary>A test, example, template or fixture: what it holds opens nothing.</summary>
    public bool IsSample { get; init; }

    /// <summary>Source code, where a literal of such a name may be anything; in configuration it is the value.</summary>
    public bool IsCode { get; init; }
}
