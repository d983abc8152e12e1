namespace Seaworthy.Model.Source;

/// <param name="Number">Its place in the list of known words.</param>
/// <param name="Distance">How many edits lie between.</param>
public sealed record NearWord(int Number, int Distance);
