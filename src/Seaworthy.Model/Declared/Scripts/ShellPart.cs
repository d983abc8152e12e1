namespace Seaworthy.Model.Declared.Scripts;

/// <summary>A stretch of a word: literal text, a variable, or a command substitution.</summary>
/// <param name="Text">
/// The literal text; the variable's name; or what is substituted: the command's text, a GitHub expression as written (<c>${{ … }}</c>), or an expansion that changes the value (<c>${X%/}</c>).
/// </param>
/// <param name="Default">For <c>${NAME:-default}</c> and <c>${NAME-default}</c> (and <c>:=</c>, <c>=</c>): the default as written, without quotes around the whole of it.</param>
public sealed record ShellPart(ShellPartKind Kind, string Text, string? Default = null)
{
    /// <summary>The elements of an array that is written out: <c>(a b "$c")</c>.</summary>
    public IReadOnlyList<ShellWord> Elements { get; init; } = [];

    /// <summary><c>${NAME:?message}</c>: the script stops when the variable is unset.</summary>
    public bool IsRequired { get; init; }
}
