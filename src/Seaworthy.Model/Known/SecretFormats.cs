namespace Seaworthy.Model.Known;

/// <summary>Forms by which issuers recognise their own tokens.</summary>
/// <remarks>Sources: GitHub documentation, "Supported secret scanning patterns"; GitHub blog, "Behind GitHub's new authentication token formats"; each issuer's documentation of its token formats.</remarks>
public static class SecretFormats
{
    /// <summary>How a license key of New Relic ends, behind 32 hexadecimal digits.</summary>
    public const string LicenseEnd = "FFFFNRAL";

    /// <summary>How the line before a private key ends, whatever its kind.</summary>
    /// <remarks>Source: RFC 7468, 2 "General Considerations".</remarks>
    public const string PrivateKeyEnd = "PRIVATE KEY-----";

    /// <summary><c>-----BEGIN </c> in Base64, as far as the next letters do not change it.</summary>
    public const string EncodedPemBegin = "LS0tLS1CRUdJTi";

    public static IReadOnlyList<SecretFormat> All { get; } =
    [
        new("AWS access key", "AKIA", SecretAlphabet.Base32, 16, 16) { IsId = true },
        new("AWS temporary access key", "ASIA", SecretAlphabet.Base32, 16, 16) { IsId = true },
        new("GitHub token", "ghp_", SecretAlphabet.Alphanumeric, 36, 36) { HasChecksum = true },
        new("GitHub OAuth token", "gho_", SecretAlphabet.Alphanumeric, 36, 36) { HasChecksum = true },
        new("GitHub user token", "ghu_", SecretAlphabet.Alphanumeric, 36, 36) { HasChecksum = true },
        new("GitHub server token", "ghs_", SecretAlphabet.Alphanumeric, 36, 36) { HasChecksum = true },
        new("GitHub refresh token", "ghr_", SecretAlphabet.Alphanumeric, 36, 76),
        new("GitHub fine-grained token", "github_pat_", SecretAlphabet.UrlSafe, 70, 90),
        new("GitLab token", "glpat-", SecretAlphabet.UrlSafe, 20, 60),
        new("Slack token", "xoxb-", SecretAlphabet.UrlSafe, 30, 90),
        new("Slack token", "xoxp-", SecretAlphabet.UrlSafe, 30, 100),
        new("Slack workspace token", "xoxa-", SecretAlphabet.UrlSafe, 30, 100),
        new("Slack refresh token", "xoxr-", SecretAlphabet.UrlSafe, 30, 150),
        new("Slack session token", "xoxs-", SecretAlphabet.UrlSafe, 30, 100),
        new("Slack app token", "xapp-", SecretAlphabet.UrlSafe, 40, 120),
        new("secret key of Stripe or Clerk", "sk_live_", SecretAlphabet.Alphanumeric, 20, 120),
        new("Stripe restricted key", "rk_live_", SecretAlphabet.Alphanumeric, 20, 120),
        new("Stripe test key", "sk_test_", SecretAlphabet.Alphanumeric, 20, 120) { IsHarmless = true },
        // A public key has the same prefix and 36 characters.
        new("Mercado Pago access token", "APP_USR-", SecretAlphabet.UrlSafe, 55, 90),
        // Stripe and Svix write the same prefix.
        new("webhook secret", "whsec_", SecretAlphabet.Base64, 32, 64),
        new("Google API key", "AIza", SecretAlphabet.UrlSafe, 35, 35) { IsHarmless = true },
        new("Google OAuth client secret", "GOCSPX-", SecretAlphabet.UrlSafe, 28, 28),
        new("OpenAI key", "sk-proj-", SecretAlphabet.UrlSafe, 40, 200),
        new("OpenAI service key", "sk-svcacct-", SecretAlphabet.UrlSafe, 40, 200),
        new("OpenAI key", "sk-", SecretAlphabet.Alphanumeric, 48, 48) { Inner = "T3BlbkFJ" },
        new("Anthropic key", "sk-ant-", SecretAlphabet.UrlSafe, 80, 130),
        new("Groq key", "gsk_", SecretAlphabet.Alphanumeric, 50, 56),
        new("xAI key", "xai-", SecretAlphabet.Alphanumeric, 70, 90),
        new("Hugging Face token", "hf_", SecretAlphabet.Alphanumeric, 34, 40),
        new("Replicate token", "r8_", SecretAlphabet.Alphanumeric, 37, 40),
        new("SendGrid key", "SG.", SecretAlphabet.Dotted, 60, 70),
        new("npm token", "npm_", SecretAlphabet.Alphanumeric, 36, 36),
        new("PyPI token", "pypi-AgEIcHlwaS5vcmc", SecretAlphabet.UrlSafe, 50, 250),
        new("DigitalOcean token", "dop_v1_", SecretAlphabet.Hex, 64, 64),
        new("Shopify token", "shpat_", SecretAlphabet.Hex, 32, 32),
        new("Supabase token", "sbp_", SecretAlphabet.Hex, 40, 40),
        new("Supabase secret key", "sb_secret_", SecretAlphabet.UrlSafe, 22, 60),
        new("Databricks token", "dapi", SecretAlphabet.Hex, 32, 32),
        new("Linear key", "lin_api_", SecretAlphabet.Alphanumeric, 40, 40),
        new("Vault token", "hvs.", SecretAlphabet.UrlSafe, 24, 120),
        new("PlanetScale password", "pscale_pw_", SecretAlphabet.UrlSafe, 32, 64),
        new("Doppler token", "dp.pt.", SecretAlphabet.Alphanumeric, 40, 48),
        new("age secret key", "AGE-SECRET-KEY-1", SecretAlphabet.Upper, 58, 58),
        new("fly.io token", "FlyV1 fm2_", SecretAlphabet.UrlSafe, 100, 1000),
        new("Sentry organisation token", "sntrys_", SecretAlphabet.Base64, 60, 400),
        new("Sentry user token", "sntryu_", SecretAlphabet.Hex, 64, 64),
        new("Docker Hub token", "dckr_pat_", SecretAlphabet.UrlSafe, 27, 40),
    ];
}
