namespace Seaworthy.Model.Declared.Code;

/// <summary>One file of a Go program. The files of a package see each other's functions, and are compiled together.</summary>
/// <param name="Functions">Functions that it declares, without methods.</param>
/// <param name="Calls">Functions that it calls by their bare name.</param>
public sealed record MainPackagePart(IReadOnlyList<string> Functions, IReadOnlyList<string> Calls);
