namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>An option of a command line, as written (<c>-f</c>, <c>--file</c>), with its value when it takes one.</summary>
public sealed record CommandOption(string Name, ShellWord? Value, ShellWord Word);
