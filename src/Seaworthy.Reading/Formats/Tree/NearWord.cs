namespace Seaworthy.Reading.Formats.Tree;

/// <param name="Number">Its place in the list of known words.</param>
/// <param name="Distance">How many edits lie between.</param>
internal sealed record NearWord(int Number, int Distance);
