using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>The configuration of Supabase's local stack. It takes variables of the environment by name: <c>secret = "env(GOOGLE_CLIENT_SECRET)"</c>.</summary>
/// <remarks>Source: Supabase documentation, "Supabase CLI config", "Using environment variables".</remarks>
public sealed record SupabaseConfig(SourceFile File) : Artifact(File);
