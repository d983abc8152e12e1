namespace Seaworthy.Model.Known;

/// <summary>A program that an image no longer holds where it was.</summary>
/// <param name="Old">The absolute path at which many still call it.</param>
/// <param name="Now">Where it is now.</param>
/// <param name="Note">What else changed with it, for the remedy.</param>
public sealed record MovedProgram(string Old, string Now, string Note);
