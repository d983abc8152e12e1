using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Dockerfile;

/// <summary>A word of an instruction, and the marker that it is, if any.</summary>
internal sealed record HeredocWord(MappedText Word, HeredocMarker? Marker);
