using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.DotEnv;

/// <summary>A dotenv text: the variables that it sets, those that it only mentions, and its faults.</summary>
internal sealed record DotEnvSyntax(IReadOnlyList<EnvEntry> Entries, IReadOnlyList<EnvEntry> CommentedOut, IReadOnlyList<Problem> Problems);
