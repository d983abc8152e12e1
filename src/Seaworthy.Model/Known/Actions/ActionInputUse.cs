namespace Seaworthy.Model.Known.Actions;

/// <summary>An input and what its value means for the repository.</summary>
public sealed record ActionInputUse(string Input, ActionInputPurpose Purpose);
