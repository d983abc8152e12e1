using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Evaluating;

/// <summary>A variable in a list that code walks over.</summary>
/// <param name="IsRequired">What the list itself says about it; null when it says nothing.</param>
/// <param name="Default">Empty when the list gives none.</param>
internal sealed record ListedName(string Name, TokenRange Place, bool? IsRequired, TokenRange Default);
