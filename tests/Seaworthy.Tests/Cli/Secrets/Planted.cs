namespace Seaworthy.Tests.Cli.Secrets;

/// <summary>A secret that no output may show.</summary>
/// <param name="Kind">As a person names it.</param>
/// <param name="Name">The variable that it is given to; the name need not promise anything.</param>
/// <param name="Value">The text that is looked for.</param>
/// <param name="Text">What is written: the value alone, or an address, a header, with it.</param>
/// <param name="Command">How a command carries it.</param>
internal sealed record Planted(string Kind, string Name, string Value, string Text, string Command);
