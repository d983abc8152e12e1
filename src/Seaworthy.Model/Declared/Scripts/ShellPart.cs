namespace Seaworthy.Model.Declared.Scripts;

/// <summary>A stretch of a word: literal text, a variable, or a command substitution.</summary>
/// <param name="Text">The literal text, the variable's name, or the substituted command's text.</param>
/// <param name="Default">For <c>${NAME:-default}</c> and <c>${NAME-default}</c>: the default as written.</param>
public sealed record ShellPart(ShellPartKind Kind, string Text, string? Default = null);
