namespace Seaworthy.Model.Declared.Policies;

/// <summary>Something that can be asked of a subject.</summary>
/// <param name="IsNumber">It can be held against a limit.</param>
/// <param name="Description">What it is, in a few words.</param>
public sealed record PolicyProperty(string Name, bool IsNumber, string Description);
