namespace Seaworthy.Deploying.Verifying;

/// <summary>What was not answered.</summary>
/// <param name="Kind">What was asked.</param>
/// <param name="Service">Of what.</param>
/// <param name="Text">Why, as one sentence without its end.</param>
/// <param name="IsFault">It had to be answered: something is in the way. Otherwise nothing that is declared decides it.</param>
public sealed record OpenQuestion(DriftKind Kind, string Service, string Text, bool IsFault);
