using System.Collections.Frozen;

namespace Seaworthy.Model.Known;

/// <summary>Credentials that their issuers print in their own documentation, for everybody who tries a sandbox or an emulator: they keep nobody out.</summary>
/// <remarks>
/// Sources: MoMo, "Test instructions" and sample code; ZaloPay, "Sandbox information"; Microsoft, "Use the Azurite emulator" and "Azure Cosmos DB emulator"; Google, "reCAPTCHA FAQ";
/// Cloudflare, "Turnstile, Testing"; MinIO, "play.min.io"; selectize.js, examples; Standard Webhooks, specification; Slack, "oauth.v2.access"; Supabase, "docker/.env.example"; kubeflow/manifests, "common/dex"; bitnami/containers, "bitnami/airflow/docker-compose.yml".
/// </remarks>
public static class PublishedSecrets
{
    private static readonly FrozenSet<string> Values = FrozenSet.Create(
        StringComparer.Ordinal,
        "F8BBA842ECF85",
        // What `supabase start` prints on every machine.
        "sb_secret_N7UND0UgjKTVK-Uodkm0Hg_xSvEMPvz",
        // Of programs that are installed: Google's gemini-cli and Antigravity, whose clients are public.
        "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",
        "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",
        // gcloud's own client, called CLOUDSDK_CLIENT_NOTSOSECRET in its source.
        "ZmssLNjJy2998hD4CTg2ejr2",
        // The demonstration of selectize.js, which themes copy; the example of Standard Webhooks.
        "6czx2pst57j3g47cvq9erte5",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "K951B6PE1waDMi640xX08PD3vg6EkVlz",
        "klm05TvNBzhg7h7j",
        // The examples of Bitnami's image of Airflow.
        "a25mQ1FHTUh3MnFRSk5KMEIyVVU2YmN0VGRyYTVXY08=",
        "46BKJoQYlPPOexq0OhDZnIlNepKFf87WFwLbfzqDDho=",
        // The clients of Dex that Kubeflow's manifests come with.
        "pUBnBOY80SnXgjibTYM9ZWNzY2xreNGQok",
        "at67qH6mk8w5Y1nAyMoYKMWACiEi2bsa",
        "PcY4iZIKFCIdgZvA6ueMcMHHUbRLYjPL",
        "kLtgPl8HHhfvMuDHPwKfgFsY4Ydm9eIz",
        "sdngKKJmqEMzvh5QQcdD2A9XBSKUNaYn",
        "trMrHtvjo6myautxDUiAcYsVtaeQ8nhf",
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==",
        "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==",
        "6LeIxAcTAAAAAGG-vFI1TnRWxMZNFuojJ4WifJWe",
        "1x0000000000000000000000000000000AA",
        "2x0000000000000000000000000000000AA",
        "3x0000000000000000000000000000000AA",
        "Q3AM3UQ867SPQQA43P2F",
        "zuf+tfteSlswRu7BJ86wekitnifILbZam1KYY3TG",
        "UpNVntn3cDxHJpq99YMc1T1AQgQpc8kfYTuRgBiYa15BLrx8etQoXz3gZv1/u2oq"
    );

    // The workspace of the answers that Slack's pages show.
    private const string SlackSample = "xoxb-17653672481-";

    public static bool Contains(string value) => Values.Contains(value) || value.StartsWith(SlackSample, StringComparison.Ordinal);
}
