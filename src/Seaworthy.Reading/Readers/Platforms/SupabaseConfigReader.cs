using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>Reads <c>supabase/config.toml</c>, which is asked for nothing but the names in it.</summary>
/// <remarks>Source: Supabase documentation, "Supabase CLI config".</remarks>
internal sealed class SupabaseConfigReader : Reader
{
    public override bool Accepts(string path) =>
        path is "supabase/config.toml" || path.EndsWith("/supabase/config.toml", StringComparison.Ordinal);

    public override Artifact? Read(FileSyntax file) => new SupabaseConfig(file.File) { Problems = file.Toml.Problems };
}
