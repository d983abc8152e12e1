namespace Seaworthy.Reading.Linking.Images.Names;

/// <summary>Variables that bundlers write into what browsers load: they count when the site is built, and never after.</summary>
/// <remarks>Sources: Next.js, "Environment Variables"; Vite, "Env Variables and Modes"; Create React App, "Adding Custom Environment Variables"; Nuxt; Gatsby; Vue CLI; Expo; SvelteKit; Astro.</remarks>
internal static class PublicVariables
{
    private static readonly string[] Prefixes =
    [
        "NEXT_PUBLIC_",
        "VITE_",
        "REACT_APP_",
        "VUE_APP_",
        "GATSBY_",
        "EXPO_PUBLIC_",
        "NUXT_PUBLIC_",
        "PUBLIC_",
        "NG_APP_",
    ];

    public static bool IsPublic(string name) => Array.Exists(Prefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
