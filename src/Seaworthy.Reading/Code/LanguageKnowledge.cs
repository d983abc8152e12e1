using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code;

/// <summary>
/// What Seaworthy knows about one language. To add a language: derive this, give its values (<see cref="ValueRules"/>) and frameworks, and list it in <c>Readers/Code/CodeReaders</c>.
/// </summary>
internal abstract class LanguageKnowledge
{
    /// <summary>The language of a path; null when it is no source of this language.</summary>
    public abstract Language? LanguageOf(string path);

    /// <summary>Strings without one of which a file says nothing but what it imports. Ordinal; keep them rare in ordinary code.</summary>
    public abstract IReadOnlyList<string> Markers { get; }

    /// <summary>Strings that begin imports: a file without <see cref="Markers"/> is read only to the end of the last of them.</summary>
    public abstract IReadOnlyList<string> ImportMarkers { get; }

    /// <summary>Who reads what, in order. Each sees the whole file and adds its facts.</summary>
    public abstract IReadOnlyList<FrameworkKnowledge> Frameworks { get; }

    public abstract ValueRules ValuesOf(CodeSyntax syntax);

    /// <summary>Whether a path says everything by itself, so that the file is read whatever its text holds (file-system routes, settings files).</summary>
    public virtual bool IsAlwaysRead(string path) => false;

    /// <summary>When the compiler takes the file at all; null where it always does.</summary>
    public virtual string? ConstraintOf(string path, string text) => null;

    /// <summary>Its part of a program whose files are compiled together; null in a language that has none such.</summary>
    public virtual MainPackagePart? MainPackageOf(string text) => null;

    public virtual bool IsTest(string path) => TestCode.IsTest(path);
}
