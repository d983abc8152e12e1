namespace Seaworthy.Reading.Formats.Code;

/// <summary>A class, struct, record, interface, trait or enum. Its <see cref="CodeScope.Span"/> is its name. Methods are the functions whose parent it is.</summary>
internal sealed class CodeClass : CodeScope
{
    /// <summary>Base classes and interfaces as dotted paths without type arguments.</summary>
    public IReadOnlyList<string> Bases { get; init; } = [];

    /// <summary>The whole list of bases as written (Python keyword arguments such as <c>env_prefix=</c>, type arguments).</summary>
    public TokenRange BaseList { get; init; }

    public IReadOnlyList<CodeField> Fields => FieldList;

    internal List<CodeField> FieldList { get; } = [];
}
