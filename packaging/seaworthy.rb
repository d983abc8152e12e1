# Homebrew formula. eng/release writes the version, the repository and the sums into it.
class Seaworthy < Formula
  desc "Audit whether a repository is fit to deploy"
  homepage "https://github.com/OWNER/seaworthy"
  version "0.0.0"
  license "Apache-2.0"

  on_macos do
    on_arm do
      url "https://github.com/OWNER/seaworthy/releases/download/v#{version}/seaworthy-osx-arm64.tar.gz"
      sha256 "SHA256-osx-arm64"
    end
  end

  on_linux do
    on_intel do
      url "https://github.com/OWNER/seaworthy/releases/download/v#{version}/seaworthy-linux-x64.tar.gz"
      sha256 "SHA256-linux-x64"
    end
    on_arm do
      url "https://github.com/OWNER/seaworthy/releases/download/v#{version}/seaworthy-linux-arm64.tar.gz"
      sha256 "SHA256-linux-arm64"
    end
  end

  def install
    bin.install "seaworthy"
  end

  test do
    (testpath/"compose.yaml").write "services:\n  api:\n    image: example/api:1.0\n  api:\n    image: example/api:1.1\n"
    assert_match "files/duplicate-key", shell_output("#{bin}/seaworthy audit #{testpath}", 1)
  end
end
