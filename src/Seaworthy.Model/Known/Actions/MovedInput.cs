namespace Seaworthy.Model.Known.Actions;

/// <summary>A path that an input of an action names, and that lies elsewhere in later releases.</summary>
/// <param name="Input">Its name: <c>template</c>.</param>
/// <param name="From">How it began.</param>
/// <param name="To">How it begins now.</param>
public sealed record MovedInput(string Input, string From, string To);
