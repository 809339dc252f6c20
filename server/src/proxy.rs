//! Who really comes: the address of the connection, or what a proxy we trust says of it.
//!
//! Nobody else's word counts: X-Forwarded-For from an address not on the list is not read.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, Request};

/// The networks of our own proxies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proxies(Vec<(IpAddr, u8)>);

impl Proxies {
    /// Reads `10.0.0.7, 192.168.0.0/16, fd00::/8`; an empty text trusts nobody.
    pub fn parse(text: &str) -> Result<Proxies, String> {
        text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(network).collect::<Result<_, _>>().map(Proxies)
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|(network, bits)| same_network(*network, address, *bits))
    }

    /// The client behind a connection: the nearest address in the list of forwarders that is not one of our proxies.
    fn client(&self, peer: IpAddr, forwarded: &str) -> IpAddr {
        let mut client = peer;
        for hop in forwarded.rsplit(',').map(str::trim) {
            if !self.trusts(client) {
                break;
            }
            let Some(hop) = address(hop) else { break };
            client = hop;
        }
        client
    }

    /// Writes the client's address where the application looks for it.
    pub fn reveal(&self, request: &mut Request) {
        let Some(ConnectInfo(peer)) = request.extensions().get::<ConnectInfo<SocketAddr>>().copied() else { return };
        let mut client = peer.ip().to_canonical();
        if self.trusts(client) {
            let values: Vec<&str> = request.headers().get_all("x-forwarded-for").iter().filter_map(|v| v.to_str().ok()).collect();
            client = self.client(client, &values.join(","));
        }
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(client, peer.port())));
    }
}

fn network(text: &str) -> Result<(IpAddr, u8), String> {
    let wrong = || format!("{text} is no address and no network");
    let (base, bits) = text.split_once('/').map_or((text, None), |(base, bits)| (base, Some(bits)));
    let base: IpAddr = base.parse().map_err(|_| wrong())?;
    let most = if base.is_ipv4() { 32 } else { 128 };
    let bits = bits.map_or(Ok(most), |bits| bits.parse::<u8>().map_err(|_| wrong()))?;
    if bits > most { Err(wrong()) } else { Ok((base, bits)) }
}

fn same_network(network: IpAddr, address: IpAddr, bits: u8) -> bool {
    let bits = u32::from(bits);
    match (network, address) {
        (IpAddr::V4(a), IpAddr::V4(b)) => (a.to_bits() ^ b.to_bits()).leading_zeros() >= bits,
        (IpAddr::V6(a), IpAddr::V6(b)) => (a.to_bits() ^ b.to_bits()).leading_zeros() >= bits,
        _ => false,
    }
}

/// One entry of X-Forwarded-For: an address, perhaps with a port.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.trim_start_matches('[').trim_end_matches(']');
    let ip = bare.parse().ok().or_else(|| text.parse::<SocketAddr>().ok().map(|it| it.ip()))?;
    Some(ip.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(trusted: &str, peer: &str, forwarded: &str) -> String {
        Proxies::parse(trusted).unwrap().client(peer.parse().unwrap(), forwarded).to_string()
    }

    #[test]
    fn a_stranger_cannot_choose_an_address() {
        assert_eq!(client("", "203.0.113.9", "198.51.100.1"), "203.0.113.9");
        assert_eq!(client("10.0.0.1", "203.0.113.9", "198.51.100.1"), "203.0.113.9");
        // What the client wrote itself stands left of what our proxy added.
        assert_eq!(client("10.0.0.1", "10.0.0.1", "1.2.3.4, 203.0.113.9"), "203.0.113.9");
    }

    #[test]
    fn a_chain_of_our_own_proxies_is_followed_to_its_end() {
        assert_eq!(client("10.0.0.0/8", "10.0.0.1", "203.0.113.9, 10.2.3.4"), "203.0.113.9");
        assert_eq!(client("10.0.0.0/8, fd00::/8", "fd00::1", "[2001:db8::7]:4711, 10.2.3.4:80"), "2001:db8::7");
        assert_eq!(client("10.0.0.1", "10.0.0.1", "garbage"), "10.0.0.1");
        assert_eq!(client("10.0.0.1", "10.0.0.1", ""), "10.0.0.1");
    }

    #[test]
    fn what_is_no_network_is_refused() {
        assert!(Proxies::parse("10.0.0.0/33").is_err());
        assert!(Proxies::parse("proxy.example").is_err());
        assert_eq!(Proxies::parse(" , ").unwrap(), Proxies::default());
    }
}
