using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>A file that may name a variable, and how.</summary>
internal sealed record TextSource(SourceFile File, Mention As);
