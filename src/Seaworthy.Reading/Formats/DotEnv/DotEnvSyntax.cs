using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.DotEnv;

/// <summary>A dotenv text: what it sets, what it only mentions, and what is wrong with it.</summary>
internal sealed record DotEnvSyntax(IReadOnlyList<EnvEntry> Entries, IReadOnlyList<EnvEntry> CommentedOut, IReadOnlyList<Problem> Problems);
